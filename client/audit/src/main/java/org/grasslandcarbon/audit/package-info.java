// SPDX-License-Identifier: Apache-2.0
/**
 * The auditor: reads the raw blocks of a channel and derives everything again, from the chain of
 * hashes to the last balance. It is written against the specifications of Fabric and of the
 * registry, with its own reading of blocks; it shares the rules of {@code domain} with the
 * chaincode and no code with the gateway or the embedded peer, so that a mistake of theirs is not
 * its own. It must never trust what it checks: nothing here writes to a ledger.
 */
package org.grasslandcarbon.audit;
