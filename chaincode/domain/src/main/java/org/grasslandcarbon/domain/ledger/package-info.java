// SPDX-License-Identifier: Apache-2.0
/**
 * The ledger model: keys, records, the unit of work over a transaction, the journal, and what an
 * action is and may do. It knows no particular record or rule; nouns depend on it, not it on them.
 */
package org.grasslandcarbon.domain.ledger;
