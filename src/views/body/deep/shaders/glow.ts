/** Bloom on dark backgrounds: bright parts, blurred at a quarter of the size, added back. */

export const screenVertex = /* glsl */ `
varying vec2 vUv;
void main() {
  vUv = position.xy * 0.5 + 0.5;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}
`;

export const brightFragment = /* glsl */ `
uniform sampler2D picture;
uniform float threshold;
varying vec2 vUv;
void main() {
  vec3 c = texture2D(picture, vUv).rgb;
  float bright = max(c.r, max(c.g, c.b));
  gl_FragColor = vec4(c * smoothstep(threshold - 0.08, threshold + 0.22, bright), 1.0);
}
`;

/** Nine taps of a Gaussian along one axis. */
export const blurFragment = /* glsl */ `
uniform sampler2D picture;
uniform vec2 stride;
varying vec2 vUv;
void main() {
  vec3 c = texture2D(picture, vUv).rgb * 0.2042;
  c += (texture2D(picture, vUv + stride).rgb + texture2D(picture, vUv - stride).rgb) * 0.1802;
  c += (texture2D(picture, vUv + stride * 2.0).rgb + texture2D(picture, vUv - stride * 2.0).rgb) * 0.1238;
  c += (texture2D(picture, vUv + stride * 3.0).rgb + texture2D(picture, vUv - stride * 3.0).rgb) * 0.0663;
  c += (texture2D(picture, vUv + stride * 4.0).rgb + texture2D(picture, vUv - stride * 4.0).rgb) * 0.0276;
  gl_FragColor = vec4(c, 1.0);
}
`;

/** Premultiplied picture plus light; the light needs no alpha of its own. */
export const addFragment = /* glsl */ `
uniform sampler2D picture, near, wide;
uniform float strength;
varying vec2 vUv;
void main() {
  vec4 c = texture2D(picture, vUv);
  vec3 light = texture2D(near, vUv).rgb * 0.6 + texture2D(wide, vUv).rgb;
  gl_FragColor = vec4(c.rgb + light * strength, c.a);
}
`;
