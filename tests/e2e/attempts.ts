/**
 * The ways by which code in a page, a worker or a service worker may try to send something to
 * another host. Each function is handed to the browser as text, so it uses nothing around it.
 */

/** Another host: `host` is a name or an address with a port. */
export interface Target {
  readonly host: string;
  /** A name that nothing else uses, so that asking for its address gives the attempt away. */
  readonly name: string;
}

export type Attempt = (target: Target) => unknown;

/** Possible in a page without leaving it. */
export const inPage: Readonly<Record<string, Attempt>> = {
  fetch: ({ host }) =>
    fetch(`http://${host}/fetch`, { mode: "no-cors", method: "POST", body: "x" }),
  XMLHttpRequest: ({ host }) => {
    const request = new XMLHttpRequest();
    request.open("POST", `http://${host}/xhr`);
    request.send("x");
  },
  sendBeacon: ({ host }) => navigator.sendBeacon(`http://${host}/beacon`, "x"),
  image: ({ host }) => (new Image().src = `http://${host}/image.png`),
  prefetch: ({ host }) => {
    const link = Object.assign(document.createElement("link"), { rel: "prefetch" });
    link.href = `http://${host}/prefetch`;
    document.head.append(link);
  },
  preload: ({ host }) => {
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "image" });
    link.href = `http://${host}/preload.png`;
    document.head.append(link);
  },
  modulepreload: ({ host }) => {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload" });
    link.href = `http://${host}/module.js`;
    document.head.append(link);
  },
  "import()": ({ host }) => import(/* @vite-ignore */ `http://${host}/module.js`),
  WebSocket: ({ host }) => new WebSocket(`ws://${host}/socket`),
  EventSource: ({ host }) => new EventSource(`http://${host}/events`),
  WebTransport: ({ host }) => new WebTransport(`https://${host}/transport`).ready,
  iframe: ({ host }) => {
    const frame = document.createElement("iframe");
    frame.src = `http://${host}/frame`;
    document.body.append(frame);
  },
  "link with ping": ({ host }) => {
    const link = Object.assign(document.createElement("a"), { href: "#x" });
    link.ping = `http://${host}/ping`;
    document.body.append(link);
    link.click();
  },
  "WebRTC (STUN)": async ({ host }) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }] });
    connection.createDataChannel("x");
    await connection.setLocalDescription(await connection.createOffer());
  },
  preconnect: ({ host }) => {
    const link = Object.assign(document.createElement("link"), { rel: "preconnect" });
    link.href = `http://${host}/`;
    document.head.append(link);
  },
  "dns-prefetch": ({ name }) => {
    const link = Object.assign(document.createElement("link"), { rel: "dns-prefetch" });
    link.href = `http://${name}/`;
    document.head.append(link);
  },
};

/** Those that leave the page, so each needs one of its own. */
export const leavingPage: Readonly<Record<string, Attempt>> = {
  navigation: ({ host }) => (location.href = `http://${host}/navigation`),
  "window.open": ({ host }) => window.open(`http://${host}/window`),
  form: ({ host }) => {
    const form = document.createElement("form");
    form.action = `http://${host}/form`;
    document.body.append(form);
    form.submit();
  },
};

/** Possible in a worker; a service worker has not all of them. */
export const inWorker: Readonly<Record<string, Attempt>> = {
  fetch: ({ host }) =>
    fetch(`http://${host}/fetch`, { mode: "no-cors", method: "POST", body: "x" }),
  XMLHttpRequest: ({ host }) => {
    const request = new XMLHttpRequest();
    request.open("POST", `http://${host}/xhr`);
    request.send("x");
  },
  "import()": ({ host }) => import(/* @vite-ignore */ `http://${host}/module.js`),
  WebSocket: ({ host }) => new WebSocket(`ws://${host}/socket`),
  EventSource: ({ host }) => new EventSource(`http://${host}/events`),
  WebTransport: ({ host }) => new WebTransport(`https://${host}/transport`).ready,
};

/** A worker made of text in the page, which then asks. */
export const blobWorker: Attempt = ({ host }) => {
  const text = `fetch("http://${host}/blob", { mode: "no-cors", method: "POST", body: "x" })`;
  return new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
};
