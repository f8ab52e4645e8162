// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * The system chaincode {@code qscc}, by which clients ask for blocks and transactions; it can only
 * be evaluated.
 */
final class LedgerQueries {
  static final String NAME = "qscc";

  private final Ledger ledger;

  LedgerQueries(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * @param arguments function, channel and, for most functions, what to look for
   */
  Response answer(List<ByteString> arguments) {
    if (arguments.size() < 2) {
      return Responses.failure("Incorrect number of arguments, " + arguments.size());
    }
    String function = arguments.get(0).toStringUtf8();
    String channel = arguments.get(1).toStringUtf8();
    if (!channel.equals(ledger.configuration().channel())) {
      return Responses.failure("Invalid chain ID, " + channel);
    }
    if (function.equals("GetChainInfo")) {
      return Responses.success(chainInfo().toByteString());
    }
    if (arguments.size() < 3) {
      return Responses.failure("missing 3rd argument for " + function);
    }
    String wanted = arguments.get(2).toStringUtf8();
    return switch (function) {
      case "GetBlockByNumber" -> blockByNumber(wanted);
      case "GetBlockByHash" -> blockByHash(arguments.get(2));
      case "GetTransactionByID" -> transaction(wanted);
      case "GetBlockByTxID" ->
          ledger
              .position(wanted)
              .map(position -> Responses.success(ledger.block(position.block()).toByteString()))
              .orElseGet(
                  () ->
                      Responses.failure(
                          "Failed to get block for txID " + wanted + ", error " + noSuch(wanted)));
      default ->
          Responses.failure(
              "access denied for ["
                  + function
                  + "]["
                  + channel
                  + "]: [Unmapped policy for qscc/"
                  + function
                  + "]");
    };
  }

  private BlockchainInfo chainInfo() {
    long height = ledger.height();
    Block last = ledger.block(height - 1);
    return BlockchainInfo.newBuilder()
        .setHeight(height)
        .setCurrentBlockHash(Blocks.headerHash(last.getHeader()))
        .setPreviousBlockHash(last.getHeader().getPreviousHash())
        .build();
  }

  private Response blockByNumber(String number) {
    long wanted;
    try {
      wanted = Long.parseUnsignedLong(number);
    } catch (NumberFormatException e) {
      return Responses.failure(
          "Failed to parse block number with error strconv.ParseUint: parsing \""
              + number
              + "\": invalid syntax");
    }
    // The largest number stands for the newest block, as in Fabric.
    long block = wanted == -1 ? ledger.height() - 1 : wanted;
    if (block < 0 || block >= ledger.height()) {
      return Responses.failure(
          "Failed to get block number "
              + number
              + ", error no such block number ["
              + number
              + "] in index");
    }
    return Responses.success(ledger.block(block).toByteString());
  }

  /** There is no index by hash: all blocks are looked through, the newest first. */
  private Response blockByHash(ByteString hash) {
    for (long number = ledger.height() - 1; number >= 0; number--) {
      Block block = ledger.block(number);
      if (Blocks.headerHash(block.getHeader()).equals(hash)) {
        return Responses.success(block.toByteString());
      }
    }
    return Responses.failure(
        "Failed to get block hash "
            + hash.toStringUtf8()
            + ", error no such block hash ["
            + HexFormat.of().formatHex(hash.toByteArray())
            + "] in index");
  }

  private Response transaction(String id) {
    Optional<TransactionPosition> position = ledger.position(id);
    if (position.isEmpty()) {
      return Responses.failure("Failed to get transaction with id " + id + ", error " + noSuch(id));
    }
    Block block = ledger.block(position.get().block());
    try {
      return Responses.success(
          ProcessedTransaction.newBuilder()
              .setTransactionEnvelope(
                  Envelope.parseFrom(block.getData().getData(position.get().transaction())))
              .setValidationCode(position.get().code().getNumber())
              .build()
              .toByteString());
    } catch (InvalidProtocolBufferException e) {
      return Responses.failure(
          "Failed to get transaction with id " + id + ", error " + e.getMessage());
    }
  }

  private static String noSuch(String id) {
    return "no such transaction ID [" + id + "] in index";
  }
}
