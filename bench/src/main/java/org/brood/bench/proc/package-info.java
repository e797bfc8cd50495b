/**
 * What /proc says about a server from outside: its processes, their CPU time and their memory. Depends on nothing;
 * texts are parsed apart from being read, so the parsers are tested without processes.
 */
@NullMarked
package org.brood.bench.proc;

import org.jspecify.annotations.NullMarked;
