// One invocation integrates one person over a shared list of steps.
//
// The list is made on the CPU (src/engine/schedule.ts): there is no step control, no clock and no
// random number here. Every person takes the same steps, so control flow is uniform. Lines that
// begin with "//!" are replaced by what src/core/compile/emit-wgsl.ts prints for the model.
//
// Layouts: element i of a per-person vector is at [i * people + person]; curves are
// [(record * outputs + output) * people + person]. Amounts are mg, volumes L, times h.

struct Run {
  people: u32,      // in this tile
  first: u32,       // index of the first step of this dispatch
  count: u32,       // how many steps it takes
  unused: u32,
}

struct Step {
  h: f32,           // 0 marks the end: nothing is integrated after it
  perH: f32,        // 1/h, rounded once, on the CPU
  event: u32,       // row of `events` that happens at its beginning, or none
  record: u32,      // row of `curves` that its beginning is recorded in, or none
  before: u32,      // the same for the moment before the event
}

const none = 0xffffffffu;

@group(0) @binding(0) var<uniform> run: Run;
// the last row is the body weight, for doses per kg
@group(0) @binding(1) var<storage, read> coefficients: array<f32>;
@group(0) @binding(2) var<storage, read_write> state: array<f32>;
@group(0) @binding(3) var<storage, read> steps: array<Step>;
// per event: what is added at each site, then the new value of each forcing; both again per kg
@group(0) @binding(4) var<storage, read> events: array<f32>;
@group(0) @binding(5) var<storage, read_write> curves: array<f32>;
// per person: largest error over tolerance so far, and 1 once a number was not finite
@group(0) @binding(6) var<storage, read_write> reports: array<vec2f>;
// per state: the absolute tolerance, the same for all people
@group(0) @binding(7) var<storage, read> tolerances: array<f32>;

// Finiteness by bit pattern: a compiler may assume that no number is NaN.
fn isNotFinite(x: f32) -> bool {
  return (bitcast<u32>(x) & 0x7f800000u) == 0x7f800000u;
}

// 64 people a workgroup: one or two hardware waves, and registers enough for the straight code.
@compute @workgroup_size(64)
fn simulate(@builtin(global_invocation_id) id: vec3u) {
  let person = id.x;
  let people = run.people;
  if (person >= people) { return; }
  // the bits of a number without a sign: they order as the numbers do, NaN above all
  var worst = bitcast<u32>(reports[person].x);
  //! load
  for (var k = run.first; k < run.first + run.count; k++) {
    let step = steps[k];
    if (step.before != none) {
      //! before
    }
    if (step.event != none) {
      //! event
    }
    if (step.record != none) {
      //! record
    }
    if (step.h == 0.0) { break; }
    let perH = step.perH;
    //! step
  }
  var broken = false;
  //! store
  let error = bitcast<f32>(worst);
  reports[person] = vec2f(error, select(reports[person].y, 1.0, broken || isNotFinite(error)));
}
