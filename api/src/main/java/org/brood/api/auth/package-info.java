/**
 * Who may come in: what modules that know users, groups or hosts offer to those that judge a request by them.
 * A provider is found by the word that Require or AuthBasicProvider names it by.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.api.auth;

import org.jspecify.annotations.NullMarked;
