// One invocation measures one output of one person: src/engine/people/measures.ts in 32 bit, which
// says what each number means. It also judges the person: error, finiteness, sign, mass.

struct Run {
  people: u32,          // in this tile
  outputs: u32,
  rows: u32,            // of a curve
  troughRow: u32,       // or none
  lowestFromRow: u32,   // or none: from the peak on
  lastEventRow: u32,
  substances: u32,
  mostError: f32,       // over tolerance; above it a person is to be solved again
  weightRow: u32,       // of the coefficients
}

const none = 0xffffffffu;
const measures = 10u;
const nobodyAsked = 1e38;
const nearlyHighest = 0.98;
const mostNodes = 5u;
const newtonSteps = 4u;
const straight = 0.999;
const fewestPoints = 4.0;
const mostDoubt = 5e-4; // of a peak
const mostMassError = 1e-4; // an alarm, well above what rounding does

// why a person cannot be used as computed here
const tooCoarse = 1u;
const notFinite = 2u;
const negative = 4u;
const massLost = 8u;

@group(0) @binding(0) var<uniform> run: Run;
// [(row * outputs + output) * people + person]
@group(0) @binding(1) var<storage, read> curves: array<f32>;
// states, then forcings: [state * people + person]
@group(0) @binding(2) var<storage, read> state: array<f32>;
// per person: largest error over tolerance, 1 once a number was not finite
@group(0) @binding(3) var<storage, read> reports: array<vec2f>;
// per row: hours from the row before
@group(0) @binding(4) var<storage, read> gaps: array<f32>;
// per output: threshold (bits of a float) and the state that holds its area; then per substance
// what was given (bits of mg and mg/kg), the number of its states and the states themselves
@group(0) @binding(5) var<storage, read> plan: array<u32>;
// [(measure * outputs + output) * people + person]
@group(0) @binding(6) var<storage, read_write> measured: array<f32>;
// [output * people + person]: bits as above
@group(0) @binding(7) var<storage, read_write> status: array<u32>;
// as in simulate.wgsl: element i of a person at [i * people + person], the weight last
@group(0) @binding(8) var<storage, read> coefficients: array<f32>;

fn isNotFinite(x: f32) -> bool {
  return (bitcast<u32>(x) & 0x7f800000u) == 0x7f800000u;
}

@compute @workgroup_size(64)
fn measure(@builtin(global_invocation_id) id: vec3u) {
  let person = id.x;
  let output = id.y;
  if (person >= run.people) { return; }
  let stride = run.outputs * run.people;
  let at = output * run.people + person;

  var top = 0u;
  var highest = curves[at];
  var least = highest;
  var broken = isNotFinite(highest);
  for (var row = 1u; row < run.rows; row++) {
    let value = curves[row * stride + at];
    broken = broken || isNotFinite(value);
    least = min(least, value);
    if (value > highest) {
      highest = value;
      top = row;
    }
  }

  // of all rows that are higher than their neighbours and nearly as high as the highest
  var peak = peakAround(at, stride, top, highest);
  let enough = nearlyHighest * highest;
  var before = curves[at];
  var here = curves[min(1u, run.rows - 1u) * stride + at];
  let highestRow = top;
  for (var row = 1u; row + 1u < run.rows; row++) {
    let after = curves[(row + 1u) * stride + at];
    if (row != highestRow && here > enough && here >= before && here >= after) {
      let other = peakAround(at, stride, row, here);
      if (other.x > peak.x) {
        peak = other;
        top = row;
      }
    }
    before = here;
    here = after;
  }

  var lowestFrom = run.lowestFromRow;
  if (lowestFrom == none) { lowestFrom = top; }
  var lowest = curves[lowestFrom * stride + at];
  for (var row = lowestFrom + 1u; row < run.rows; row++) {
    lowest = min(lowest, curves[row * stride + at]);
  }

  var trough = 0.0;
  if (run.troughRow != none) { trough = curves[run.troughRow * stride + at]; }
  let threshold = bitcast<f32>(plan[2u * output]);
  let area = state[plan[2u * output + 1u] * run.people + person];

  write(at, stride, 0u, area);
  write(at, stride, 1u, peak.x);
  write(at, stride, 2u, f32(top));
  write(at, stride, 3u, peak.y);
  write(at, stride, 4u, lowest);
  write(at, stride, 5u, trough);
  write(at, stride, 6u, terminalRate(at, stride, top));
  write(at, stride, 7u, curves[(run.rows - 1u) * stride + at]);
  var above = 0.0;
  if (threshold < nobodyAsked) { above = hoursAbove(at, stride, threshold); }
  write(at, stride, 8u, above);
  write(at, stride, 9u, peak.z);

  let report = reports[person];
  var bits = 0u;
  if (broken || report.y != 0.0 || isNotFinite(area)) { bits |= notFinite; }
  if (!(report.x <= run.mostError) || peak.z > mostDoubt) { bits |= tooCoarse; }
  // rounding leaves an emptied organ a little below nothing
  if (least < -1e-5 * highest) { bits |= negative; }
  if (output == 0u && massIsLost(person)) { bits |= massLost; }
  status[at] = bits;
}

fn write(at: u32, stride: u32, measure: u32, value: f32) {
  measured[measure * stride + at] = value;
}

fn massIsLost(person: u32) -> bool {
  var place = 2u * run.outputs;
  var lost = false;
  for (var substance = 0u; substance < run.substances; substance++) {
    let weight = coefficients[run.weightRow * run.people + person];
    let given = bitcast<f32>(plan[place]) + bitcast<f32>(plan[place + 1u]) * weight;
    let count = plan[place + 2u];
    var sum = 0.0;
    for (var i = 0u; i < count; i++) {
      sum += state[plan[place + 3u + i] * run.people + person];
    }
    if (!(abs(sum - given) <= mostMassError * given)) { lost = true; }
    place += 3u + count;
  }
  return lost;
}

var<private> nodes: array<f32, 5>;
var<private> differences: array<f32, 5>;

// value and shift of the peak, and how far off it may be
fn peakAround(at: u32, stride: u32, top: u32, highest: f32) -> vec3f {
  var first = top;
  var last = top;
  for (var i = 0u; i < mostNodes - 1u; i++) {
    let canGoBack = first > 0u && gaps[first] > 0.0;
    let canGoOn = last + 1u < run.rows && gaps[min(last + 1u, run.rows - 1u)] > 0.0;
    let back = canGoBack && (!canGoOn || top - first <= last - top);
    if (back) { first--; } else if (canGoOn) { last++; }
  }
  if (first == top || last == top) { return vec3f(highest, 0.0, 0.0); }
  let count = last - first + 1u;
  let middle = top - first;
  nodes[middle] = 0.0;
  for (var i = middle; i > 0u; i--) { nodes[i - 1u] = nodes[i] - gaps[first + i]; }
  for (var i = middle + 1u; i < count; i++) { nodes[i] = nodes[i - 1u] + gaps[first + i]; }
  for (var i = 0u; i < count; i++) { differences[i] = curves[(first + i) * stride + at]; }
  for (var order = 1u; order < count; order++) {
    for (var i = count - 1u; i >= order; i--) {
      differences[i] = (differences[i] - differences[i - 1u]) / (nodes[i] - nodes[i - order]);
    }
  }
  let lower = -gaps[top];
  let upper = gaps[top + 1u];
  var x = 0.0;
  for (var i = 0u; i < newtonSteps; i++) {
    let p = polynomial(count, x);
    if (!(p.z < 0.0)) {
      x = 0.0;
      break;
    }
    x = clamp(x - p.y / p.z, lower, upper);
  }
  let value = polynomial(count, x).x;
  var term = differences[count - 1u];
  for (var i = 0u; i < count - 1u; i++) { term *= x - nodes[i]; }
  let doubt = abs(term / value);
  return select(vec3f(highest, 0.0, doubt), vec3f(value, x, doubt), value > highest);
}

// value, slope and bend
fn polynomial(count: u32, x: f32) -> vec3f {
  var value = differences[count - 1u];
  var slope = 0.0;
  var bend = 0.0;
  for (var i = count - 1u; i > 0u; i--) {
    let distance = x - nodes[i - 1u];
    bend = bend * distance + 2.0 * slope;
    slope = slope * distance + value;
    value = value * distance + differences[i - 1u];
  }
  return vec3f(value, slope, bend);
}

fn terminalRate(at: u32, stride: u32, top: u32) -> f32 {
  let begin = max(top, run.lastEventRow);
  let reference = curves[(run.rows - 1u) * stride + at];
  if (!(reference > 0.0)) { return 0.0; }
  var span = 0.0;
  for (var row = begin + 1u; row < run.rows; row++) { span += gaps[row]; }
  var n = 0.0;
  var t = 0.0;
  var sumT = 0.0;
  var sumY = 0.0;
  var sumTT = 0.0;
  var sumTY = 0.0;
  var sumYY = 0.0;
  for (var row = run.rows - 1u; row > begin && t <= span / 3.0; row--) {
    let y = log(max(curves[row * stride + at], 0.0) / reference);
    n += 1.0;
    sumT += t;
    sumY += y;
    sumTT += t * t;
    sumTY += t * y;
    sumYY += y * y;
    t += gaps[row];
  }
  if (n < fewestPoints) { return 0.0; }
  let tt = sumTT - sumT * sumT / n;
  let ty = sumTY - sumT * sumY / n;
  let yy = sumYY - sumY * sumY / n;
  return select(0.0, ty / tt, ty > 0.0 && ty * ty >= straight * tt * yy);
}

fn hoursAbove(at: u32, stride: u32, threshold: f32) -> f32 {
  var hours = 0.0;
  var before = curves[at];
  for (var row = 1u; row < run.rows; row++) {
    let after = curves[row * stride + at];
    hours += gaps[row] * shareAbove(before, after, threshold);
    before = after;
  }
  return hours;
}

fn shareAbove(before: f32, after: f32, threshold: f32) -> f32 {
  if (before <= threshold && after <= threshold) { return 0.0; }
  if (before > threshold && after > threshold) { return 1.0; }
  if (before > after) {
    if (after > 0.0) { return log(before / threshold) / log(before / after); }
    return (before - threshold) / (before - after);
  }
  return (after - threshold) / (after - before);
}
