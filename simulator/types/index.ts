/** The simulator's API for tests, the demonstration and the control page. */
export type { Coverage, RequestKind } from '../manual/fidelity';
export type * from './account';
export type * from './phone';
export type * from './request';
export type * from './fault';
export type * from './callback';
export type * from './service';
export type * from './simulator';
