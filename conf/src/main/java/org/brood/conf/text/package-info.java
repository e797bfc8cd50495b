/**
 * Lines and words: from the text of a configuration file to logical lines, from a line to its arguments, and what
 * {@code ${NAME}} stands for. Knows nothing of directives. Depends only on the vocabulary of {@code org.brood.conf}.
 */
@NullMarked
package org.brood.conf.text;

import org.jspecify.annotations.NullMarked;
