/** Where the page begins: builds the services, hands them to the app, puts it into the page. */
import { mount } from "svelte";
import { EngineClient } from "../engine/client";
import { AppState } from "../state/app.svelte";
import { parseSwitches } from "../state/address";
import { Network } from "../state/network.svelte";
import { Notices } from "../state/notices.svelte";
import App from "./App.svelte";
import {
  createEngineWorker,
  hearWorkers,
  registerServiceWorker,
  serviceWorkerAddress,
} from "./trusted";
import "../views/ui/tokens.css";

const switches = parseSwitches(location.search);
const notices = new Notices();
// In development files change, and nothing may keep the old ones.
const shipped = { address: serviceWorkerAddress, register: registerServiceWorker };
const network = new Network({
  notices,
  serviceWorker: import.meta.env.PROD ? shipped : undefined,
});
hearWorkers((report) => network.hearWorker(report));
network.begin();

const engine = new EngineClient({
  createWorker: "Worker" in globalThis ? createEngineWorker : undefined,
  allowSoftwareGpu: switches.allowSoftwareGpu,
  forceTape: switches.forceTape,
  onRestart: (message) => notices.tell(message),
});

// A fault of ours must not pass in silence, nor take the page with it.
const tellFault = (fault: unknown) => {
  const text = fault instanceof Error ? fault.message : String(fault);
  notices.tell(`Something went wrong inside Perfuse (${text.slice(0, 160)}). Your work is kept.`);
};
addEventListener("error", ({ error }) => tellFault(error));
addEventListener("unhandledrejection", ({ reason }) => tellFault(reason));

const target = document.getElementById("app");
const app = new AppState(engine, notices, switches, network);
if (target) mount(App, { target, props: { app } });
