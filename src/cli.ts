#!/usr/bin/env node
import { fail } from './cli/failure.ts';
import { program } from './cli/program.ts';

await program.parseAsync().catch(fail);
