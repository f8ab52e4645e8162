// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeException;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/**
 * A chaincode of the usual kind, to compare with: on Fabric's Java shim as it comes, a balance for
 * each account in the world state, and one transfer a transaction. It checks no signature but
 * Fabric's, has no rules and keeps no journal.
 */
final class PlainChaincode extends ChaincodeBase {
  /** Its name on the channel. */
  static final String NAME = "plain";

  /** The shim tells every transaction otherwise; kept here, or the level would be forgotten. */
  private static final Logger SHIM = Logger.getLogger("org.hyperledger.fabric");

  /**
   * @param packageId under which the peer knows it
   */
  PlainChaincode(String packageId) {
    SHIM.setLevel(Level.WARNING);
    processCommandLineOptions(new String[] {"-i", packageId});
    Properties settings = getChaincodeConfig();
    Traces.initialize(settings);
    Metrics.initialize(settings);
  }

  /** Attaches a peer in this JVM; one object serves one peer. */
  StreamObserver<ChaincodeMessage> attach(StreamObserver<ChaincodeMessage> toPeer) {
    try {
      return connectToPeer(toPeer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Response init(ChaincodeStub stub) {
    return ResponseUtils.newSuccessResponse();
  }

  @Override
  public Response invoke(ChaincodeStub stub) {
    List<String> arguments = stub.getParameters();
    try {
      switch (stub.getFunction()) {
        case "open" -> open(stub, Integer.parseInt(arguments.get(0)), arguments.get(1));
        case "transfer" ->
            transfer(stub, arguments.get(0), arguments.get(1), Long.parseLong(arguments.get(2)));
        default -> throw new ChaincodeException("there are open and transfer");
      }
      return ResponseUtils.newSuccessResponse();
    } catch (ChaincodeException e) {
      return ResponseUtils.newErrorResponse(e);
    }
  }

  /** Gives accounts {@code 0} to {@code count - 1} a balance. */
  private static void open(ChaincodeStub stub, int count, String balance) {
    for (int account = 0; account < count; account++) {
      stub.putStringState(String.valueOf(account), balance);
    }
  }

  private static void transfer(ChaincodeStub stub, String from, String to, long amount) {
    long left = balance(stub, from) - amount;
    if (left < 0) {
      throw new ChaincodeException("account " + from + " has too little");
    }
    stub.putStringState(from, String.valueOf(left));
    stub.putStringState(to, String.valueOf(balance(stub, to) + amount));
  }

  private static long balance(ChaincodeStub stub, String account) {
    String balance = stub.getStringState(account);
    if (balance.isEmpty()) {
      throw new ChaincodeException("there is no account " + account);
    }
    return Long.parseLong(balance);
  }
}
