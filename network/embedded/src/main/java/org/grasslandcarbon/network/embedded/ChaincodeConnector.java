// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/**
 * Reaches a chaincode: the shape of Fabric's {@code Chaincode.Connect} as a chaincode server
 * implements it (chaincode-as-a-service), with the peer as the caller.
 *
 * <p>The chaincode sends REGISTER, is answered REGISTERED and READY (with the limits of batched
 * messages in its payload), then gets TRANSACTION messages and sends its requests and, at the end,
 * COMPLETED or ERROR.
 *
 * <p>In process the messages pass as objects. A request may be answered before the call that sent
 * it has returned, on the same thread. The observer returned here is never called by two threads at
 * once. It must hand a TRANSACTION to a thread of its own and return, because until it does the
 * peer can send it nothing else.
 */
@FunctionalInterface
public interface ChaincodeConnector {
  /**
   * Opens a stream. It is called once for each organisation, and again after a stream has ended.
   *
   * @param fromChaincode receives what the chaincode sends; it may be called before this method has
   *     returned, and by several threads
   * @return receives what the peer sends
   */
  StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> fromChaincode);

  /**
   * Reaches a chaincode that runs as a service.
   *
   * @param channel to the chaincode server; it stays the caller's to shut down
   */
  static ChaincodeConnector overGrpc(Channel channel) {
    return fromChaincode ->
        ChaincodeGrpc.newStub(channel)
            .withMaxInboundMessageSize(GrpcServers.MAX_MESSAGE_BYTES)
            .withMaxOutboundMessageSize(GrpcServers.MAX_MESSAGE_BYTES)
            .connect(fromChaincode);
  }
}
