// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Where a transaction stands on the ledger, and what its validation gave. */
record TransactionPosition(long block, int transaction, TxValidationCode code) {}
