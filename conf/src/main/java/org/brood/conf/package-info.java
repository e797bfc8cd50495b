/**
 * The text of {@code httpd.conf} turned into checked, merged settings, with the file and the line of every word kept.
 * Lexer, directive tree, registry of directives as data, sections and their merge order live here.
 * Depends on nothing: no threads, clocks or sockets; the only files it reads are configuration files.
 */
@NullMarked
package org.brood.conf;

import org.jspecify.annotations.NullMarked;
