export * from './api';
export { itemsOf, runsOf, type Execution } from './executions';
export { installN8n, type Generation } from './installation';
export { buildPackage } from './package';
export { freePort, isFree } from './ports';
export { N8n, startN8n, type Role } from './server';
