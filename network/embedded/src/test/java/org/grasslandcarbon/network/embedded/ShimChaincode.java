// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeException;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/**
 * Runs an unmodified contract class on Fabric's own Java shim, over the shim's own stream code, in
 * process. The shim's state machine lives in the object, so there is one object for each stream.
 */
final class ShimChaincode extends ChaincodeBase {
  /**
   * The shim tells its options at every start; the reference must be kept, or the level is
   * forgotten.
   */
  private static final Logger SHIM_LOGGER = Logger.getLogger("org.hyperledger.fabric");

  static {
    SHIM_LOGGER.setLevel(Level.OFF);
    // The shim's own main method does this before it connects.
    Traces.initialize(new Properties());
    Metrics.initialize(new Properties());
  }

  private final ContractInterface contract;

  private ShimChaincode(ContractInterface contract) {
    this.contract = contract;
  }

  static ChaincodeConnector connector(ContractInterface contract) {
    return fromChaincode -> new ShimChaincode(contract).attach(fromChaincode);
  }

  private StreamObserver<ChaincodeMessage> attach(StreamObserver<ChaincodeMessage> fromChaincode) {
    processCommandLineOptions(new String[] {"-i", "test:1"});
    getChaincodeConfig();
    try {
      return connectToPeer(fromChaincode);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Properties getChaincodeConfig() {
    super.getChaincodeConfig();
    Properties properties = new Properties();
    properties.setProperty("TP_CORE_POOL_SIZE", "16");
    properties.setProperty("TP_MAX_POOL_SIZE", "16");
    return properties;
  }

  @Override
  public Response init(ChaincodeStub stub) {
    return ResponseUtils.newSuccessResponse();
  }

  @Override
  public Response invoke(ChaincodeStub stub) {
    List<String> parameters = stub.getParameters();
    Context context = contract.createContext(stub);
    Method method =
        Arrays.stream(contract.getClass().getMethods())
            .filter(m -> m.isAnnotationPresent(Transaction.class))
            .filter(m -> m.getName().equals(stub.getFunction()))
            .findFirst()
            .orElse(null);
    if (method == null) {
      return ResponseUtils.newErrorResponse("Undefined contract method called");
    }
    try {
      Object[] arguments = new Object[parameters.size() + 1];
      arguments[0] = context;
      for (int i = 0; i < parameters.size(); i++) {
        arguments[i + 1] = parameters.get(i);
      }
      String result = (String) method.invoke(contract, arguments);
      return ResponseUtils.newSuccessResponse(
          result == null ? new byte[0] : result.getBytes(StandardCharsets.UTF_8));
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof ChaincodeException refusal
          ? ResponseUtils.newErrorResponse(refusal)
          : ResponseUtils.newErrorResponse(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
