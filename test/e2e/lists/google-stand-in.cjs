'use strict';

/** Loaded before n8n: requests to Google's hosts go to the port that GOOGLE_STAND_IN names. */
const http = require('node:http');
const https = require('node:https');

const { request } = https;
const isOfGoogle = ({ hostname = '' }) => hostname.endsWith('.googleapis.com');

https.request = (options, ...others) => {
	if (!isOfGoogle(options)) return request(options, ...others);
	const here = { protocol: 'http:', hostname: '127.0.0.1', port: process.env.GOOGLE_STAND_IN };
	return http.request({ ...options, ...here, host: undefined, agent: undefined }, ...others);
};
