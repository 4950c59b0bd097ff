// One invocation measures one person: src/engine/people/measures.ts in 32 bit, which says what each
// number means. On the way it counts the person by value at each moment, for the quantiles, in the
// bins of src/engine/people/bins.ts. Then it judges: error, finiteness, sign, mass; whoever is to be
// solved again is taken out of the counts.
//
// A curve is read once, but for what follows the peak. Peaks are found by straight lines without
// arrays: indexed private arrays cost as much as all the rest.

struct Run {
  people: u32,          // in this tile
  outputs: u32,
  rows: u32,            // of a curve
  troughRow: u32,       // or none
  lowestFromRow: u32,   // or none: from the peak on
  lastEventRow: u32,
  substances: u32,
  bins: u32,
  weightRow: u32,       // of the coefficients
  mostError: f32,       // over tolerance; above it a person is to be solved again
}

struct Row {
  gap: f32,             // hours from the row before
  left: f32,            // hours to the last row
  counted: u32,         // its place among those that are counted, or none
  // the rows that a peak around this one is sought in: hours from here of each, 1 h apart where
  // there is none any more; one row alone where there can be no peak beside this one
  first: u32,
  nodes: u32,
  node0: f32,
  node1: f32,
  node2: f32,
  node3: f32,
  node4: f32,
  node5: f32,
  node6: f32,
}

const none = 0xffffffffu;
const shift = 15u; // of a number's bits: what is left of them is its bin
const nobodyAsked = 1e38;
const nearlyHighest = 0.98;
const newtonSteps = 4u;
const straight = 0.999;
const fewestPoints = 4.0;
const mostDoubt = 5e-4; // of a peak
const mostMassError = 1e-4; // an alarm, well above what rounding does
const measures = 10u;

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
@group(0) @binding(4) var<storage, read> rows: array<Row>;
// per output: threshold (bits of a float), the state that holds its area, the leading bits of its
// lowest bin; then per substance what was given (bits of mg and mg/kg), how many spans of states
// hold it, and of each span its first state and the one after its last
@group(0) @binding(5) var<storage, read> plan: array<u32>;
// [(measure * outputs + output) * people + person]; last, per person, the reasons as above
@group(0) @binding(6) var<storage, read_write> measured: array<f32>;
// as in simulate.wgsl: element i of a person at [i * people + person], the weight last
@group(0) @binding(7) var<storage, read> coefficients: array<f32>;
// [(counted row * outputs + output) * bins + bin]
@group(0) @binding(8) var<storage, read_write> counts: array<atomic<u32>>;

fn isNotFinite(x: f32) -> bool {
  return (bitcast<u32>(x) & 0x7f800000u) == 0x7f800000u;
}

@compute @workgroup_size(64)
fn measure(@builtin(global_invocation_id) id: vec3u) {
  let person = id.x;
  if (person >= run.people) { return; }
  var flaws = 0u;
  for (var output = 0u; output < run.outputs; output++) { flaws |= measureOutput(person, output); }
  let report = reports[person];
  if (report.y != 0.0) { flaws |= notFinite; }
  if (!(report.x <= run.mostError)) { flaws |= tooCoarse; }
  if (massIsLost(person)) { flaws |= massLost; }
  measured[measures * run.outputs * run.people + person] = f32(flaws);
  if (flaws != 0u) { takeOut(person); }
}

// measures and counts; returns what is wrong with this curve
fn measureOutput(person: u32, output: u32) -> u32 {
  let at = output * run.people + person;
  let stride = run.outputs * run.people;
  let last = run.rows - 1u;
  let lowestBin = plan[3u * output + 2u];
  let fromPeak = run.lowestFromRow == none;

  var before = curves[at];
  var here = before;
  var highest = before;
  var top = 0u;
  var least = before;
  var lowest = before; // of what counts for it
  var summit = -1.0; // highest of the rows that are higher than their neighbours
  var rival = -1.0; // the next one
  var broken = false;
  for (var row = 0u; row <= last; row++) {
    let value = curves[row * stride + at];
    let counted = rows[row].counted;
    if (counted != none) { atomicAdd(&counts[binOf(value, counted, output, lowestBin)], 1u); }
    broken = broken || isNotFinite(value);
    let isHighest = value > highest;
    top = select(top, row, isHighest);
    highest = select(highest, value, isHighest);
    least = min(least, value);
    let begins = (fromPeak && isHighest) || row == run.lowestFromRow;
    lowest = select(min(lowest, value), value, begins);
    let isSummit = row > 1u && here >= before && here >= value;
    let other = select(-1.0, here, isSummit);
    rival = max(rival, min(summit, other));
    summit = max(summit, other);
    before = here;
    here = value;
  }

  var peak = peakAround(at, stride, top, highest);
  let enough = nearlyHighest * highest;
  if (select(summit, rival, top > 0u && top < last) > enough) {
    // of all rows that are higher than their neighbours and nearly as high as the highest
    let highestRow = top;
    for (var row = 1u; row < last; row++) {
      let value = curves[row * stride + at];
      if (row == highestRow || !(value > enough)) { continue; }
      if (!(value >= curves[(row - 1u) * stride + at])) { continue; }
      if (!(value >= curves[(row + 1u) * stride + at])) { continue; }
      let other = peakAround(at, stride, row, value);
      if (other.x > peak.x) {
        peak = other;
        top = row;
      }
    }
    if (fromPeak && top != highestRow) {
      lowest = curves[top * stride + at];
      for (var row = top + 1u; row <= last; row++) {
        lowest = min(lowest, curves[row * stride + at]);
      }
    }
  }

  var trough = 0.0;
  if (run.troughRow != none) { trough = curves[run.troughRow * stride + at]; }
  let threshold = bitcast<f32>(plan[3u * output]);
  var above = 0.0;
  if (threshold < nobodyAsked) { above = hoursAbove(at, stride, threshold); }
  let area = state[plan[3u * output + 1u] * run.people + person];

  write(at, stride, 0u, area);
  write(at, stride, 1u, peak.x);
  write(at, stride, 2u, f32(top));
  write(at, stride, 3u, peak.y);
  write(at, stride, 4u, lowest);
  write(at, stride, 5u, trough);
  write(at, stride, 6u, terminalRate(at, stride, top));
  write(at, stride, 7u, here);
  write(at, stride, 8u, above);
  write(at, stride, 9u, peak.z);

  var flaws = 0u;
  if (broken || isNotFinite(area)) { flaws |= notFinite; }
  if (peak.z > mostDoubt) { flaws |= tooCoarse; }
  // rounding leaves an emptied organ a little below nothing
  if (least < -1e-5 * highest) { flaws |= negative; }
  return flaws;
}

fn write(at: u32, stride: u32, measure: u32, value: f32) {
  measured[measure * stride + at] = value;
}

// by bits, so that whatever is no number is found again
fn binOf(value: f32, counted: u32, output: u32, lowest: u32) -> u32 {
  let isNegative = bitcast<i32>(value) < 0;
  let bits = select(bitcast<u32>(value), 0u, isNegative) >> shift;
  let bin = min(max(bits, lowest) - lowest, run.bins - 1u);
  return (counted * run.outputs + output) * run.bins + bin;
}

fn takeOut(person: u32) {
  for (var output = 0u; output < run.outputs; output++) {
    let lowestBin = plan[3u * output + 2u];
    for (var row = 0u; row < run.rows; row++) {
      let value = curves[(row * run.outputs + output) * run.people + person];
      let counted = rows[row].counted;
      if (counted != none) { atomicSub(&counts[binOf(value, counted, output, lowestBin)], 1u); }
    }
  }
}

fn massIsLost(person: u32) -> bool {
  let weight = coefficients[run.weightRow * run.people + person];
  var place = 3u * run.outputs;
  var lost = false;
  for (var substance = 0u; substance < run.substances; substance++) {
    let given = bitcast<f32>(plan[place]) + bitcast<f32>(plan[place + 1u]) * weight;
    let spans = plan[place + 2u];
    place += 3u;
    var sum = 0.0;
    for (var span = 0u; span < spans; span++) {
      let end = plan[place + 1u];
      for (var i = plan[place]; i < end; i++) { sum += state[i * run.people + person]; }
      place += 2u;
    }
    if (!(abs(sum - given) <= mostMassError * given)) { lost = true; }
  }
  return lost;
}

// In Newton's form; the last factors are 0 where there are fewer than seven rows.
struct Polynomial {
  nodes: vec3f,       // 0 to 2
  laterNodes: vec3f,  // 3 to 5
  constant: f32,
  factors: vec3f,     // 1 to 3
  laterFactors: vec3f,
}

// value and shift of the peak, and how far off it may be
fn peakAround(at: u32, stride: u32, top: u32, highest: f32) -> vec3f {
  let row = rows[top];
  // at the end of a piece the row itself is the peak
  if (row.nodes < 3u) { return vec3f(highest, 0.0, 0.0); }
  let p = polynomialAround(at, stride, row);
  let upper = rows[top + 1u].gap;
  var x = 0.0;
  var falls = true;
  for (var i = 0u; i < newtonSteps; i++) {
    let here = evaluate(p, x);
    falls = falls && here.z < 0.0;
    x = select(0.0, clamp(x - here.y / here.z, -row.gap, upper), falls);
  }
  let value = evaluate(p, x).x;
  let doubt = abs(lastTerm(p, row.nodes, x) / value);
  return select(vec3f(highest, 0.0, doubt), vec3f(value, x, doubt), value > highest);
}

// what the polynomial through one row less would lack
fn lastTerm(p: Polynomial, rows: u32, x: f32) -> f32 {
  let near = x - p.nodes;
  let far = x - p.laterNodes;
  let third = near.x * near.y;
  let fourth = third * near.z;
  let fifth = fourth * far.x;
  let sixth = fifth * far.y;
  var term = p.factors.y * third;
  term = select(term, p.factors.z * fourth, rows > 3u);
  term = select(term, p.laterFactors.x * fifth, rows > 4u);
  term = select(term, p.laterFactors.y * sixth, rows > 5u);
  return select(term, p.laterFactors.z * sixth * far.z, rows > 6u);
}

// by divided differences: a letter is an order
fn polynomialAround(at: u32, stride: u32, row: Row) -> Polynomial {
  let last = run.rows - 1u;
  let a0 = curves[row.first * stride + at];
  let a1 = curves[(row.first + 1u) * stride + at];
  let a2 = curves[(row.first + 2u) * stride + at];
  let a3 = curves[min(row.first + 3u, last) * stride + at];
  let a4 = curves[min(row.first + 4u, last) * stride + at];
  let a5 = curves[min(row.first + 5u, last) * stride + at];
  let a6 = curves[min(row.first + 6u, last) * stride + at];
  let b1 = (a1 - a0) / (row.node1 - row.node0);
  let b2 = (a2 - a1) / (row.node2 - row.node1);
  let b3 = (a3 - a2) / (row.node3 - row.node2);
  let b4 = (a4 - a3) / (row.node4 - row.node3);
  let b5 = (a5 - a4) / (row.node5 - row.node4);
  let b6 = (a6 - a5) / (row.node6 - row.node5);
  let c2 = (b2 - b1) / (row.node2 - row.node0);
  let c3 = (b3 - b2) / (row.node3 - row.node1);
  let c4 = (b4 - b3) / (row.node4 - row.node2);
  let c5 = (b5 - b4) / (row.node5 - row.node3);
  let c6 = (b6 - b5) / (row.node6 - row.node4);
  let d3 = (c3 - c2) / (row.node3 - row.node0);
  let d4 = (c4 - c3) / (row.node4 - row.node1);
  let d5 = (c5 - c4) / (row.node5 - row.node2);
  let d6 = (c6 - c5) / (row.node6 - row.node3);
  let e4 = (d4 - d3) / (row.node4 - row.node0);
  let e5 = (d5 - d4) / (row.node5 - row.node1);
  let e6 = (d6 - d5) / (row.node6 - row.node2);
  let f5 = (e5 - e4) / (row.node5 - row.node0);
  let f6 = (e6 - e5) / (row.node6 - row.node1);
  let g6 = (f6 - f5) / (row.node6 - row.node0);
  let fourth = select(0.0, d3, row.nodes > 3u);
  let fifth = select(0.0, e4, row.nodes > 4u);
  let sixth = select(0.0, f5, row.nodes > 5u);
  let seventh = select(0.0, g6, row.nodes > 6u);
  return Polynomial(
    vec3f(row.node0, row.node1, row.node2),
    vec3f(row.node3, row.node4, row.node5),
    a0,
    vec3f(b1, c2, fourth),
    vec3f(fifth, sixth, seventh),
  );
}

// value, slope and bend
fn evaluate(p: Polynomial, x: f32) -> vec3f {
  var r = vec3f(p.laterFactors.z, 0.0, 0.0);
  r = inward(r, p.laterFactors.y, x - p.laterNodes.z);
  r = inward(r, p.laterFactors.x, x - p.laterNodes.y);
  r = inward(r, p.factors.z, x - p.laterNodes.x);
  r = inward(r, p.factors.y, x - p.nodes.z);
  r = inward(r, p.factors.x, x - p.nodes.y);
  return inward(r, p.constant, x - p.nodes.x);
}

fn inward(r: vec3f, factor: f32, distance: f32) -> vec3f {
  return vec3f(r.x * distance + factor, r.y * distance + r.x, r.z * distance + 2.0 * r.y);
}

fn terminalRate(at: u32, stride: u32, top: u32) -> f32 {
  let begin = max(top, run.lastEventRow);
  let last = run.rows - 1u;
  let reference = curves[last * stride + at];
  if (!(reference > 0.0)) { return 0.0; }
  let third = rows[begin].left / 3.0;
  var n = 0.0;
  var t = 0.0;
  var sumT = 0.0;
  var sumY = 0.0;
  var sumTT = 0.0;
  var sumTY = 0.0;
  var sumYY = 0.0;
  for (var row = last; row > begin && t <= third; row--) {
    let y = log(max(curves[row * stride + at], 0.0) / reference);
    n += 1.0;
    sumT += t;
    sumY += y;
    sumTT += t * t;
    sumTY += t * y;
    sumYY += y * y;
    t = rows[row - 1u].left;
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
    hours += rows[row].gap * shareAbove(before, after, threshold);
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
