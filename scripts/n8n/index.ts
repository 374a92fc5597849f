export * from './api';
export type { Execution } from './executions';
export { itemsOf, runsOf } from './executions';
export type { Generation } from './installation';
export { installN8n } from './installation';
export { buildPackage } from './package';
export { freePort, isFree } from './ports';
export type { Role } from './readiness';
export { N8n, startN8n } from './server';
