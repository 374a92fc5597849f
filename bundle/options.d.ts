import type { BuildOptions } from 'esbuild';

export function buildOptions(outdir: string, development?: boolean): BuildOptions;
export function copyAssets(outdir: string): Promise<void>;
