/**
 * Starts, watches and stops a web server of httpd's kind as an administrator would: by its command line, its configuration,
 * its files and its signals. What a test asks of it is the same whichever product answers. May depend on nothing but the JDK.
 */
@NullMarked
package org.brood.conformance.server;

import org.jspecify.annotations.NullMarked;
