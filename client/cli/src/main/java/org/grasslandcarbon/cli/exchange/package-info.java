// SPDX-License-Identifier: Apache-2.0
/**
 * An exchange's day: opening, halting, closing by hand, and the clerk that does by the clock what
 * is due. The clerk decides by what the ledger says and remembers nothing that it could not lose.
 */
package org.grasslandcarbon.cli.exchange;
