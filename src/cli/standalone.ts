#!/usr/bin/env node
import { start } from './start';

/** The program that the build packs into one file. */
start((status) => process.exit(status));
