/**
 * What {@code -v -V -l -L -M -S -t} print, in the layouts that scripts and httpd's test suite parse.
 * Texts are made from values; the caller prints them.
 * Depends on conf and on the settings of server and supervisor.
 */
@NullMarked
package org.brood.launcher.report;

import org.jspecify.annotations.NullMarked;
