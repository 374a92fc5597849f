/** Two numbers, as people write them. */
export const twoNumbers = [{ phone: '0601020304' }, { phone: '+33 6 01 02 03 05' }];

/** 600 numbers, which take two requests of up to 500, and an item that holds none. */
export const manyNumbers = {
	manyItems: {
		count: 600,
		item: (index: number) => ({ phone: `06${10_000_000 + index}` }),
		requestCount: 2,
	},
	invalidItem: { phone: 'call me' },
};
