// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.util.Set;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * A transaction's envelope with everything that can be found out without the ledger.
 *
 * @param envelope the bytes as they stand, or will stand, in the block
 * @param code {@code VALID}, or what is wrong with the envelope itself
 * @param id the transaction id, empty when it could not be read
 * @param chaincode the chaincode named in the header
 * @param action null unless the code is valid and the type is an endorser transaction
 * @param results the read and write set; null when the action is
 * @param endorsers the organisations whose peers have signed the result
 */
record CheckedTransaction(
    ByteString envelope,
    HeaderType type,
    TxValidationCode code,
    String channel,
    String id,
    Timestamp timestamp,
    String chaincode,
    ChaincodeAction action,
    ReadWriteSet results,
    Set<String> endorsers) {}
