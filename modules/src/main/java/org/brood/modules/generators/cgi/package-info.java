/**
 * mod_cgi and mod_cgid: programs that answer requests (RFC 3875).
 * Directives: ScriptLog, ScriptLogLength, ScriptLogBuffer, ScriptSock, CGIScriptTimeout, CGIDScriptTimeout.
 * Depends on api, conf, and posix for processes and pipes.
 */
@NullMarked
package org.brood.modules.generators.cgi;

import org.jspecify.annotations.NullMarked;
