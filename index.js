// n8n loads the nodes and credentials that `n8n` in package.json names; there is nothing else here.
