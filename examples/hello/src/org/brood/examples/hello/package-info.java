/** A module outside the server: handlers in plain blocking Java. Depends on the server's API only; see docs/handlers.md. */
package org.brood.examples.hello;
