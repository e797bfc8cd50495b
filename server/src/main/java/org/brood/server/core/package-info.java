/**
 * httpd's core.c and http_core.c: directives, virtual hosts, the walks, the default handler, error pages.
 * It is a module like others, but always present and last in every phase.
 * Depends on api, conf, protocol and the request package.
 */
@NullMarked
package org.brood.server.core;

import org.jspecify.annotations.NullMarked;
