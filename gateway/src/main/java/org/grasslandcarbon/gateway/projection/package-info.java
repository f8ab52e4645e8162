// SPDX-License-Identifier: Apache-2.0
/**
 * The projection: follows the ledger's blocks into SQL, where everything that is read comes from.
 * It is derived and can be rebuilt from block 0 at any time. It decides nothing and must not be
 * asked by anything that writes to the ledger.
 */
package org.grasslandcarbon.gateway.projection;
