// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.probe;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * What the chaincode is called with: {@code do} and a list of steps, which it takes in order within
 * one transaction. A step is a word and its parts with single spaces between; {@code -} stands for
 * an empty part, {@code \0} for the character U+0000. The answers of all steps, a line each, are
 * the transaction's result.
 */
final class ProbeFunctions {
  private static final int OK = 200;

  private final ProbeCall call;
  private final StateSteps state;
  private final PrivateSteps privateData;
  private final QuerySteps queries;
  private final Response.Builder response = Response.newBuilder().setStatus(OK);

  private ProbeFunctions(ProbeCall call) {
    this.call = call;
    state = new StateSteps(call);
    privateData = new PrivateSteps(call);
    queries = new QuerySteps(call);
  }

  static Response run(ProbeCall call) throws InterruptedException, InvalidProtocolBufferException {
    if (call.argumentCount() == 0) {
      throw new ProbeCall.Refused("called without arguments");
    }
    if (!call.text(0).equals("do")) {
      throw new ProbeCall.Refused("there is no function '" + call.text(0) + "'");
    }
    return new ProbeFunctions(call).run(call.from(1));
  }

  private Response run(List<ByteString> steps)
      throws InterruptedException, InvalidProtocolBufferException {
    StringBuilder answers = new StringBuilder();
    for (ByteString each : steps) {
      String answer = take(Step.parse(each.toStringUtf8()));
      answers.append(answers.isEmpty() ? "" : "\n").append(answer);
    }
    return response.setPayload(ByteString.copyFromUtf8(answers.toString())).build();
  }

  /** Goes on after a refusal when the step begins with {@code try}. */
  private String take(Step step) throws InterruptedException, InvalidProtocolBufferException {
    if (!step.word().equals("try")) {
      return answer(step);
    }
    try {
      return answer(step.rest());
    } catch (ProbeCall.Refused refusal) {
      return refusal.getMessage();
    }
  }

  private String answer(Step step) throws InterruptedException, InvalidProtocolBufferException {
    return switch (step.word()) {
      case "get", "put", "del", "big", "many", "write", "many-numbered", "write-numbered" ->
          state.answer(step);
      case "policy", "policy-of", "random" -> state.answer(step);
      case "get-private", "put-private", "del-private", "purge-private", "hash-private" ->
          privateData.answer(step);
      case "policy-private", "policy-of-private", "many-private" -> privateData.answer(step);
      case "range", "range-some", "range-private", "page", "history", "query", "query-page" ->
          queries.answer(step);
      case "next", "close" -> queries.answer(step);
      case "call" -> queries.call(step);
      case "raw" -> queries.raw(step);
      default -> end(step);
    };
  }

  /** How the transaction ends. */
  private String end(Step step) {
    switch (step.word()) {
      case "event" ->
          call.setEvent(ProbeChaincode.event(step.part(0), ByteString.copyFromUtf8(step.part(1))));
      case "creator" -> {
        return call.creatorMspId();
      }
      case "echo" -> {
        return String.join(" ", step.parts());
      }
      case "transient" -> {
        return call.transientValue(step.part(0)).toStringUtf8();
      }
      case "status" ->
          response
              .setStatus(Integer.parseInt(step.part(0)))
              .setMessage(step.parts().stream().skip(1).collect(Collectors.joining(" ")));
      case "error" -> throw new ProbeCall.Broken(String.join(" ", step.parts()));
      case "die" -> {
        call.breakOff();
        throw new ProbeCall.Silent();
      }
      default -> throw new ProbeCall.Refused("there is no step '" + step.word() + "'");
    }
    return "done";
  }
}
