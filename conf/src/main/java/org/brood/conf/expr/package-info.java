/**
 * httpd's expressions ({@code <If>}, {@code Require expr}, {@code expr=} values): text becomes a tree once, the tree is
 * evaluated for each request over what an {@link org.brood.conf.expr.ExpressionContext} tells of it.
 *
 * <p>Grammar, loosest binding first, from httpd's manual page on expressions:
 *
 * <pre>
 * cond     = or ;  or = and { ("||"|"or") and } ;  and = not { ("&amp;&amp;"|"and") not }
 * not      = ("!"|"not") not | "(" cond ")" | "true" | "false" | -x word | comparison
 * comparison = word op word | word "in" ( "{" word {"," word} "}" | listfunc "(" word ")" ) | word ("=~"|"!~") regex
 * word     = part { "." part } ;  part = digits | 'string' | "string" | %{var} | %{func:string} | func(word) | $0-$9
 * </pre>
 *
 * <p>Depends on {@code match} and the vocabulary of {@code org.brood.conf}; the file operators look at the file system.
 */
@NullMarked
package org.brood.conf.expr;

import org.jspecify.annotations.NullMarked;
