/**
 * mod_filter: output filters that are chosen when the answer's type is known, by that type or by an expression.
 * Directives: AddOutputFilterByType, FilterDeclare, FilterProvider, FilterChain, FilterProtocol.
 * Depends on api, conf and modules.text.
 */
@NullMarked
package org.brood.modules.filters.filter;

import org.jspecify.annotations.NullMarked;
