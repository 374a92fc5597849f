const { runInNewContext } = require('node:vm');

/**
 * n8n's scanner refuses `require` of Node's own modules. iconv-lite and Papa Parse ask for three of
 * them, for features that nothing here uses (streams, decoding in chunks, old versions of Node), and
 * iconv-lite carries the tables of every encoding there is: 450 KB for what iSendPro does not speak.
 */
const modules = {
	'safer-buffer': 'module.exports = { Buffer };',
	string_decoder: `
		/** Decodes whole buffers, which is all that iconv-lite's encode and decode ask for. */
		exports.StringDecoder = class {
			constructor(encoding) { this.encoding = encoding; }
			write(bytes) { return bytes.toString(this.encoding); }
			end() { return ''; }
		};`,
	stream: 'module.exports = {};',
};

/**
 * The encodings that iSendPro uses or might declare, and two in which texts are often read wrongly; UTF-8
 * is among iconv-lite's `internal`.
 */
const singleByteEncodings = [
	...['ascii', 'iso88591', 'iso885915', 'windows1252'],
	...['cp850', 'macintosh'],
];

/** iconv-lite's list of encodings, with the tables of those alone. */
function encodings() {
	const tables = {
		...require('iconv-lite/encodings/sbcs-data'),
		...require('iconv-lite/encodings/sbcs-data-generated'),
	};
	const kept = Object.fromEntries(singleByteEncodings.map((name) => [name, tables[name]]));
	return `
		module.exports = {
			...require('./internal'),
			...require('./sbcs-codec'),
			usascii: 'ascii',
			latin1: 'iso88591',
			...${JSON.stringify(kept)},
		};`;
}

/** libphonenumber's countries without the formats in which numbers are displayed: 50 KB. */
function phoneMetadata() {
	const metadata = structuredClone(require('libphonenumber-js/metadata.min.json'));
	const displayFormats = 4;
	for (const country of Object.values(metadata.countries)) country[displayFormats] = 0;
	return `export default ${JSON.stringify(metadata)};`;
}

/**
 * A module whose exports are plain data that takes long to make, as it is once made. The English names
 * of all countries cost 12 ms, at each start of n8n.
 */
async function evaluated(file, { build }) {
	const { outputFiles } = await build({
		entryPoints: [file],
		bundle: true,
		format: 'iife',
		globalName: 'exported',
		write: false,
	});
	const exported = runInNewContext(`${outputFiles[0].text}; exported;`);
	return Object.entries(exported)
		.map(([name, value]) => {
			if (typeof value === 'function') throw new Error(`${file} has ${name}, which is no data`);
			return `export const ${name} = ${JSON.stringify(value)};`;
		})
		.join('\n');
}

/** esbuild plugin: what stands in for modules that must not, or need not, be in the bundle. */
exports.replacements = {
	name: 'replacements',
	setup({ onResolve, onLoad, esbuild }) {
		const libraries = /node_modules[\\/](iconv-lite|safer-buffer|papaparse)[\\/]/;
		onResolve({ filter: /^(safer-buffer|string_decoder|stream)$/ }, ({ path, importer }) =>
			libraries.test(importer) ? { path, namespace: 'replacement' } : undefined,
		);
		onLoad({ filter: /.*/, namespace: 'replacement' }, ({ path }) => ({ contents: modules[path] }));
		onLoad({ filter: /iconv-lite[\\/]encodings[\\/]index\.js$/ }, () => ({
			contents: encodings(),
		}));
		onLoad({ filter: /numbers[\\/](?:countries|mobile-ranges)\.ts$/ }, async ({ path }) => ({
			contents: await evaluated(path, esbuild),
		}));
		onLoad({ filter: /libphonenumber-js[\\/]metadata\.min\.json\.js$/ }, () => ({
			contents: phoneMetadata(),
		}));
	},
};
