// The Nu Html Checker has nothing to say about any page, drawing or style sheet: no error, no warning, no remark.

import { test } from 'node:test';
import { folder, none } from './site.mjs';
import { said } from './vnu.mjs';

test('vnu: no message on any page, svg or style sheet', async () => none(await said(folder)));
