/**
 * Our own pictograms: paths in a square of 20, drawn with a round pen of 1.6. `solid` ones are
 * filled too.
 */
interface Drawing {
  readonly path: string;
  readonly solid?: true;
}

export const icons = {
  body: {
    path: "M10 6.3a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7 17.8v-5.3l-1.5-1V9A1.5 1.5 0 0 1 7 7.8h6A1.5 1.5 0 0 1 14.5 9v2.5l-1.5 1v5.3M10 13.5v4.3",
  },
  chart: { path: "M3.5 3v13.5H17M6 13c1.7-7.5 3.6-7.5 5.2-4.6S14 12.4 17 12.9" },
  check: { path: "M4 10.5 8.2 14.7 16 6" },
  close: { path: "M5 5l10 10M15 5 5 15" },
  copy: { path: "M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4" },
  down: { path: "M5.5 8 10 12.5 14.5 8" },
  download: { path: "M10 3v9.5M6.2 9 10 12.7 13.8 9M3.5 16.5h13" },
  edit: { path: "M12.8 3.7l3.5 3.5L7 16.5l-4 .5.5-4zM11 5.5 14.5 9" },
  folder: {
    path: "M2.8 15.5v-10a1 1 0 0 1 1-1h4l1.7 2h6.7a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H3.8a1 1 0 0 1-1-1Z",
  },
  info: { path: "M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4ZM10 9.2v4.3M10 6.5h.01" },
  list: { path: "M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01" },
  loop: {
    path: "M4 9.5V8a2.5 2.5 0 0 1 2.5-2.5H15M12.5 3 15 5.5 12.5 8M16 10.5V12a2.5 2.5 0 0 1-2.5 2.5H5M7.5 17 5 14.5 7.5 12",
  },
  minus: { path: "M4 10h12" },
  moon: { path: "M16.8 12A7.1 7.1 0 0 1 8 3.2a7.1 7.1 0 1 0 8.8 8.8Z" },
  more: {
    path: "M4.5 9.5a.5.5 0 1 0 .01 0ZM10 9.5a.5.5 0 1 0 .01 0ZM15.5 9.5a.5.5 0 1 0 .01 0Z",
    solid: true,
  },
  next: { path: "M5 5l6.5 5L5 15zM15 5v10", solid: true },
  pause: { path: "M6 5h1.6v10H6zM12.4 5H14v10h-1.6z", solid: true },
  peak: { path: "M2.5 16c3.8 0 4-11 7.5-11s3.7 11 7.5 11M10 1.5v.01" },
  pin: { path: "M7 3h6M8 3l-.5 5.5L5 11.5h10l-2.5-3L12 3M10 11.5v6" },
  play: { path: "M7 4.6 15 10l-8 5.4z", solid: true },
  plus: { path: "M10 4v12M4 10h12" },
  redo: { path: "M13 4.5 16.5 8 13 11.5M16.5 8H8a4.25 4.25 0 0 0 0 8.5h4" },
  reset: { path: "M4 4v4h4M4.4 8A6.5 6.5 0 1 1 3.6 11.5" },
  search: { path: "M8.7 14.2a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM12.7 12.7 17 17" },
  share: { path: "M10 12.5V3M6.5 6.2 10 2.8l3.5 3.4M6.2 9H4.5v8h11V9h-1.7" },
  sun: {
    path: "M10 6.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8ZM10 1.8v1.7M10 16.5v1.7M1.8 10h1.7M16.5 10h1.7M4.2 4.2l1.2 1.2M14.6 14.6l1.2 1.2M15.8 4.2l-1.2 1.2M5.4 14.6l-1.2 1.2",
  },
  table: { path: "M3 4.5h14v11H3zM3 8.2h14M3 11.8h14M8 4.5v11" },
  trash: { path: "M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11M8.4 8.5v5M11.6 8.5v5" },
  undo: { path: "M7 4.5 3.5 8 7 11.5M3.5 8H12a4.25 4.25 0 0 1 0 8.5H8" },
  upload: { path: "M10 13V3.5M6.2 7.2 10 3.4l3.8 3.8M3.5 16.5h13" },
  warning: { path: "M10 3.2 17.8 16.5H2.2ZM10 8v4M10 14.1h.01" },
} as const satisfies Record<string, Drawing>;

export type IconName = keyof typeof icons;

export const drawingOf = (name: IconName): Drawing => icons[name];
