// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.probe;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.GetHistoryForKey;
import org.hyperledger.fabric.protos.peer.GetQueryResult;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.Response;

/** Ranges, history, rich queries, other chaincodes, and messages of any content. */
final class QuerySteps {
  /** As many results are shown; the rest is counted. */
  private static final int SHOWN = 12;

  private final ProbeCall call;

  QuerySteps(ProbeCall call) {
    this.call = call;
  }

  /** How one result is shown. */
  private interface Shown {
    String of(ByteString result) throws InvalidProtocolBufferException;
  }

  String answer(Step step) throws InterruptedException, InvalidProtocolBufferException {
    return switch (step.word()) {
      case "range" -> all(range("", step.part(0), step.part(1)), QuerySteps::keyAndValue);
      case "range-private" ->
          all(range(step.part(0), step.part(1), step.part(2)), QuerySteps::keyAndValue);
      case "range-some" -> some(range("", step.part(0), step.part(1)), step.number(2));
      case "page" -> page(step);
      case "history" -> all(history(step.part(0)), QuerySteps::modification);
      case "query" -> all(query(step.part(0), ByteString.EMPTY), QuerySteps::keyAndValue);
      case "query-page" ->
          all(query(step.part(0), paging(step.number(1), "")), QuerySteps::keyAndValue);
      case "next" -> String.valueOf(next(step.part(0)).getResultsCount());
      default -> close(step.part(0));
    };
  }

  private QueryResponse range(String collection, String from, String to)
      throws InterruptedException, InvalidProtocolBufferException {
    return open(
        Type.GET_STATE_BY_RANGE,
        GetStateByRange.newBuilder()
            .setCollection(collection)
            .setStartKey(from)
            .setEndKey(to)
            .build()
            .toByteString());
  }

  private QueryResponse history(String key)
      throws InterruptedException, InvalidProtocolBufferException {
    return open(
        Type.GET_HISTORY_FOR_KEY, GetHistoryForKey.newBuilder().setKey(key).build().toByteString());
  }

  private QueryResponse query(String text, ByteString metadata)
      throws InterruptedException, InvalidProtocolBufferException {
    return open(
        Type.GET_QUERY_RESULT,
        GetQueryResult.newBuilder().setQuery(text).setMetadata(metadata).build().toByteString());
  }

  private static ByteString paging(int size, String bookmark) {
    return QueryMetadata.newBuilder()
        .setPageSize(size)
        .setBookmark(bookmark)
        .build()
        .toByteString();
  }

  private QueryResponse open(Type type, ByteString payload)
      throws InterruptedException, InvalidProtocolBufferException {
    return QueryResponse.parseFrom(call.ask(type, payload));
  }

  private QueryResponse next(String id)
      throws InterruptedException, InvalidProtocolBufferException {
    return open(
        Type.QUERY_STATE_NEXT, QueryStateNext.newBuilder().setId(id).build().toByteString());
  }

  private String close(String id) throws InterruptedException {
    call.ask(Type.QUERY_STATE_CLOSE, QueryStateClose.newBuilder().setId(id).build().toByteString());
    return "closed";
  }

  /** Reads to the end. */
  private String all(QueryResponse first, Shown shown)
      throws InterruptedException, InvalidProtocolBufferException {
    List<String> results = new ArrayList<>();
    List<Integer> portions = new ArrayList<>();
    QueryResponse portion = first;
    while (true) {
      portions.add(portion.getResultsCount());
      for (QueryResultBytes result : portion.getResultsList()) {
        results.add(shown.of(result.getResultBytes()));
      }
      if (!portion.getHasMore()) {
        return shown(results) + " in portions of " + portions;
      }
      portion = next(portion.getId());
    }
  }

  /** Takes a few results of the first portion and closes. */
  private String some(QueryResponse first, int count)
      throws InterruptedException, InvalidProtocolBufferException {
    List<String> results = new ArrayList<>();
    for (QueryResultBytes result :
        first.getResultsList().subList(0, Math.min(count, first.getResultsCount()))) {
      results.add(keyAndValue(result.getResultBytes()));
    }
    close(first.getId());
    return shown(results);
  }

  private String page(Step step) throws InterruptedException, InvalidProtocolBufferException {
    QueryResponse page =
        open(
            Type.GET_STATE_BY_RANGE,
            GetStateByRange.newBuilder()
                .setStartKey(step.part(0))
                .setEndKey(step.part(1))
                .setMetadata(paging(step.number(2), step.part(3)))
                .build()
                .toByteString());
    QueryResponseMetadata metadata = QueryResponseMetadata.parseFrom(page.getMetadata());
    return all(page, QuerySteps::keyAndValue)
        + ", then '"
        + metadata.getBookmark()
        + "', fetched "
        + metadata.getFetchedRecordsCount();
  }

  private static String shown(List<String> results) {
    String some = String.join(", ", results.subList(0, Math.min(SHOWN, results.size())));
    return results.size() > SHOWN ? some + " ... " + results.size() : "[" + some + "]";
  }

  private static String keyAndValue(ByteString result) throws InvalidProtocolBufferException {
    KV kv = KV.parseFrom(result);
    return kv.getKey() + "=" + StateSteps.shown(kv.getValue());
  }

  private static String modification(ByteString result) throws InvalidProtocolBufferException {
    KeyModification change = KeyModification.parseFrom(result);
    return change.getTxId()
        + " "
        + (change.getIsDelete() ? "deleted" : StateSteps.shown(change.getValue()));
  }

  /** Calls another chaincode: its name, the channel, and its arguments. */
  String call(Step step) throws InterruptedException, InvalidProtocolBufferException {
    String channel = step.part(1);
    ChaincodeInput.Builder input = ChaincodeInput.newBuilder();
    step.parts().stream()
        .skip(2)
        .map(argument -> argument.replace('_', ' '))
        .forEach(argument -> input.addArgs(ByteString.copyFromUtf8(argument)));
    ByteString answer =
        call.ask(
            Type.INVOKE_CHAINCODE,
            ChaincodeSpec.newBuilder()
                .setChaincodeId(
                    ChaincodeID.newBuilder()
                        .setName(step.part(0) + (channel.isEmpty() ? "" : "/" + channel)))
                .setInput(input)
                .build()
                .toByteString());
    ChaincodeMessage message = ChaincodeMessage.parseFrom(answer);
    if (message.getType() != Type.COMPLETED) {
      return message.getType() + " " + message.getPayload().toStringUtf8();
    }
    Response response = Response.parseFrom(message.getPayload());
    return (response.getStatus() + " " + response.getMessage()).strip()
        + " "
        + StateSteps.shown(response.getPayload());
  }

  /** Sends a request of any type with any text as its content. */
  String raw(Step step) throws InterruptedException {
    return StateSteps.shown(
        call.ask(Type.valueOf(step.part(0)), ByteString.copyFromUtf8(step.part(1))));
  }
}
