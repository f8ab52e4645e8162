// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How keys and values of the index are kept in its pages. */
final class IndexTypes {
  private IndexTypes() {}

  static final class Key extends BasicDataType<StateKey> {
    static final Key INSTANCE = new Key();

    @Override
    public int compare(StateKey a, StateKey b) {
      return a.compareTo(b);
    }

    @Override
    public int getMemory(StateKey key) {
      return 40 + key.bytes().length;
    }

    @Override
    public void write(WriteBuffer buffer, StateKey key) {
      buffer.putVarInt(key.bytes().length).put(key.bytes());
    }

    @Override
    public StateKey read(ByteBuffer buffer) {
      return StateKey.ofBytes(readBytes(buffer));
    }

    @Override
    public StateKey[] createStorage(int size) {
      return new StateKey[size];
    }
  }

  static final class Value extends BasicDataType<StateValue> {
    static final Value INSTANCE = new Value();

    @Override
    public int getMemory(StateValue value) {
      return 120 + value.value().size() + value.metadata().size();
    }

    @Override
    public void write(WriteBuffer buffer, StateValue value) {
      buffer.putVarLong(value.version().block()).putVarInt(value.version().transaction());
      writeBytes(buffer, value.metadata());
      writeBytes(buffer, value.value());
    }

    @Override
    public StateValue read(ByteBuffer buffer) {
      Version version = new Version(DataUtils.readVarLong(buffer), DataUtils.readVarInt(buffer));
      ByteString metadata = UnsafeByteOperations.unsafeWrap(readBytes(buffer));
      return new StateValue(version, UnsafeByteOperations.unsafeWrap(readBytes(buffer)), metadata);
    }

    @Override
    public StateValue[] createStorage(int size) {
      return new StateValue[size];
    }
  }

  static final class Position extends BasicDataType<TransactionPosition> {
    static final Position INSTANCE = new Position();

    @Override
    public int getMemory(TransactionPosition position) {
      return 32;
    }

    @Override
    public void write(WriteBuffer buffer, TransactionPosition position) {
      buffer
          .putVarLong(position.block())
          .putVarInt(position.transaction())
          .putVarInt(position.code().getNumber());
    }

    @Override
    public TransactionPosition read(ByteBuffer buffer) {
      return new TransactionPosition(
          DataUtils.readVarLong(buffer),
          DataUtils.readVarInt(buffer),
          org.hyperledger.fabric.protos.peer.TxValidationCode.forNumber(
              DataUtils.readVarInt(buffer)));
    }

    @Override
    public TransactionPosition[] createStorage(int size) {
      return new TransactionPosition[size];
    }
  }

  private static byte[] readBytes(ByteBuffer buffer) {
    byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(bytes);
    return bytes;
  }

  private static void writeBytes(WriteBuffer buffer, ByteString bytes) {
    buffer.putVarInt(bytes.size());
    for (ByteBuffer part : bytes.asReadOnlyByteBufferList()) {
      buffer.put(part);
    }
  }
}
