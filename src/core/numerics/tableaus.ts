/**
 * Coefficients of the stiff integration methods. Numbers only.
 *
 * Rosenbrock methods in the transformed form that needs no matrix–vector product:
 *
 *   (1/(γh) I − J) k_i = f(y + Σ_j a_ij k_j) + Σ_j (c_ij / h) k_j
 *   y_new = y + Σ_i m_i k_i,   error estimate = Σ_i e_i k_i
 *
 * Both methods are stiffly accurate and L-stable. Between dose events the system is autonomous,
 * so there is no time derivative. The order of each is verified by tests/conformance.
 */

export interface RosenbrockMethod {
  readonly name: "RODAS" | "RODAS3";
  readonly stages: number;
  readonly gamma: number;
  /** Order of the result, and of the embedded result that estimates the error. */
  readonly order: number;
  readonly embeddedOrder: number;
  readonly a: readonly (readonly number[])[];
  readonly c: readonly (readonly number[])[];
  readonly m: readonly number[];
  readonly e: readonly number[];
  /** Stages whose f is that of the stage before (same argument), so it is not computed again. */
  readonly reuses: readonly boolean[];
  /**
   * Continuous extension: with θ in [0, 1],
   * y(t + θh) = (1−θ) y + θ (y_new + (1−θ)(Σ d0_j k_j + θ Σ d1_j k_j)).
   */
  readonly dense?: readonly [readonly number[], readonly number[]];
}

const rodasA4 = [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895];

/**
 * Order 4(3), 6 stages. Hairer E, Wanner G. Solving Ordinary Differential Equations II, 2nd ed.,
 * Springer 1996, section IV.7 and the authors' code RODAS (first set of coefficients).
 */
export const rodas: RosenbrockMethod = {
  name: "RODAS",
  stages: 6,
  gamma: 0.25,
  order: 4,
  embeddedOrder: 3,
  a: [
    [],
    [1.544],
    [0.9466785280815826, 0.2557011698983284],
    [3.314825187068521, 2.896124015972201, 0.9986419139977817],
    rodasA4,
    [...rodasA4, 1],
  ],
  c: [
    [],
    [-5.6688],
    [-2.430093356833875, -0.2063599157091915],
    [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
    [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
    [
      8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136,
      -6.058818238834054,
    ],
  ],
  m: [...rodasA4, 1, 1],
  e: [0, 0, 0, 0, 0, 1],
  reuses: [false, false, false, false, false, false],
  dense: [
    [
      10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823,
      1.025137723295662, 0,
    ],
    [
      -0.6762803392301253, 6.087714651680015, 16.43084320892478, 24.76722511418386,
      -6.594389125716872, 0,
    ],
  ],
};

/**
 * Order 3(2), 4 stages of which the second re-uses the first's f. Sandu A et al. Benchmarking
 * stiff ODE solvers for atmospheric chemistry problems II: Rosenbrock solvers. Atmos Environ
 * 31:3459-3472, 1997. Needs fewer registers, hence a variant for GPUs that spill.
 */
export const rodas3: RosenbrockMethod = {
  name: "RODAS3",
  stages: 4,
  gamma: 0.5,
  order: 3,
  embeddedOrder: 2,
  a: [[], [0], [2, 0], [2, 0, 1]],
  c: [[], [4], [1, -1], [1, -1, -8 / 3]],
  m: [2, 0, 1, 1],
  e: [0, 0, 0, 1],
  reuses: [false, true, false, false],
};
