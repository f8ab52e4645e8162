// SPDX-License-Identifier: Apache-2.0
/**
 * The registry's values: small immutable types that cannot be mixed up and cannot be wrong once
 * built. They know nothing of records, rules or the ledger, and must not.
 *
 * <p>Every constructor refuses what its Javadoc does not allow with {@link BadValueException}; the
 * codec turns that into {@code MALFORMED} with the member's path.
 */
package org.grasslandcarbon.domain.value;
