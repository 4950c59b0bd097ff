// Counts people by value, for the quantiles of each recorded moment: one invocation a person and
// row. The bins are those of src/engine/people/bins.ts: the leading bits of the number, so that
// neighbouring bins differ by the same share of the value everywhere.

struct Run {
  people: u32,
  outputs: u32,
  rows: u32,        // that are counted
  bins: u32,
}

const shift = 15u;

@group(0) @binding(0) var<uniform> run: Run;
// [(row * outputs + output) * people + person]
@group(0) @binding(1) var<storage, read> curves: array<f32>;
// [output * people + person]: people with a bit set are left to the CPU
@group(0) @binding(2) var<storage, read> status: array<u32>;
// per counted row: the row of the curves; then per output: the leading bits of its lowest bin
@group(0) @binding(3) var<storage, read> plan: array<u32>;
// [(counted row * outputs + output) * bins + bin]
@group(0) @binding(4) var<storage, read_write> counts: array<atomic<u32>>;

@compute @workgroup_size(64)
fn count(@builtin(global_invocation_id) id: vec3u) {
  let person = id.x;
  if (person >= run.people) { return; }
  let output = id.y % run.outputs;
  let row = id.y / run.outputs;
  var flagged = 0u;
  for (var i = 0u; i < run.outputs; i++) { flagged |= status[i * run.people + person]; }
  if (flagged != 0u) { return; }
  let value = curves[(plan[row] * run.outputs + output) * run.people + person];
  let lowest = plan[run.rows + output];
  let bits = bitcast<u32>(max(value, 0.0)) >> shift;
  let bin = min(max(bits, lowest) - lowest, run.bins - 1u);
  atomicAdd(&counts[(row * run.outputs + output) * run.bins + bin], 1u);
}
