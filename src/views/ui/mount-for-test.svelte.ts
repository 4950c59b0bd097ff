/** For tests in a browser: a component in the page whose props can be changed afterwards. */
import { flushSync, mount, unmount, type Component } from "svelte";

export interface Mounted<Props> {
  readonly element: HTMLElement;
  /** Changes some props and lets the page follow. */
  readonly set: (changes: Partial<Props>) => void;
  readonly remove: () => Promise<void>;
}

/** The props of a component as a type that may be looked up by any name, which interfaces may not. */
export type Plain<Props> = { [Key in keyof Props]: Props[Key] };

export function mountForTest<Props extends Record<string, unknown>>(
  component: Component<Props>,
  initial: Props,
  size: { readonly width: number; readonly height: number } = { width: 640, height: 480 },
): Mounted<Props> {
  const element = document.createElement("div");
  element.style.width = `${size.width}px`;
  element.style.height = `${size.height}px`;
  document.body.append(element);
  const props = $state(initial);
  const mounted = mount(component, { target: element, props });
  flushSync();
  return {
    element,
    set: (changes) => {
      Object.assign(props, changes);
      flushSync();
    },
    remove: async () => {
      if (!element.isConnected) return;
      await unmount(mounted);
      element.remove();
    },
  };
}
