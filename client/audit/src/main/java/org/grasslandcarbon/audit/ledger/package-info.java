// SPDX-License-Identifier: Apache-2.0
/**
 * The ledger as it follows from blocks: which transactions are valid by Fabric's rules, what they
 * write, and whether the registry's rules come to the same. The state is on disk, so that memory
 * does not grow with the ledger.
 */
package org.grasslandcarbon.audit.ledger;
