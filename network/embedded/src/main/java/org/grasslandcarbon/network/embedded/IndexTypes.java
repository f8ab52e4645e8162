// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** How keys and values of the index are kept in its pages. */
final class IndexTypes {
  private IndexTypes() {}

  /**
   * Puts the keys of each page, and its values, under a checksum that is verified before any of
   * them is looked at: the store itself checks where its pages are, not what is in them.
   */
  private abstract static class Checked<T> extends BasicDataType<T> {
    /** Length and checksum. */
    private static final int HEADER_BYTES = 8;

    /** Pages hold a few dozen; a damaged number must not become an array of a gigabyte. */
    private static final int PER_PAGE_MOST = 1 << 16;

    @Override
    public final void write(WriteBuffer buffer, Object storage, int size) {
      int start = buffer.position();
      buffer.putInt(0).putInt(0);
      super.write(buffer, storage, size);
      int length = buffer.position() - start - HEADER_BYTES;
      ByteBuffer bytes = buffer.getBuffer();
      bytes.putInt(start, length).putInt(start + 4, checksum(bytes, start + HEADER_BYTES, length));
    }

    @Override
    public final void read(ByteBuffer buffer, Object storage, int size) {
      if (buffer.remaining() < HEADER_BYTES) {
        throw damaged();
      }
      int length = buffer.getInt();
      int checksum = buffer.getInt();
      if (length < 0
          || length > buffer.remaining()
          || checksum(buffer, buffer.position(), length) != checksum) {
        throw damaged();
      }
      super.read(buffer, storage, size);
    }

    @Override
    public final T[] createStorage(int size) {
      if (size < 0 || size > PER_PAGE_MOST) {
        throw damaged();
      }
      return newStorage(size);
    }

    abstract T[] newStorage(int size);

    private static int checksum(ByteBuffer bytes, int from, int length) {
      CRC32C checksum = new CRC32C();
      checksum.update(bytes.duplicate().limit(from + length).position(from));
      return (int) checksum.getValue();
    }

    private static MVStoreException damaged() {
      return DataUtils.newMVStoreException(
          DataUtils.ERROR_FILE_CORRUPT, "A page of the index is damaged");
    }
  }

  static final class Key extends Checked<StateKey> {
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
      writeBytes(buffer, key.bytes());
    }

    @Override
    public StateKey read(ByteBuffer buffer) {
      return StateKey.ofBytes(readBytes(buffer));
    }

    @Override
    StateKey[] newStorage(int size) {
      return new StateKey[size];
    }
  }

  static final class Name extends Checked<String> {
    static final Name INSTANCE = new Name();

    @Override
    public int compare(String a, String b) {
      return a.compareTo(b);
    }

    @Override
    public int getMemory(String name) {
      return 56 + name.length();
    }

    @Override
    public void write(WriteBuffer buffer, String name) {
      writeBytes(buffer, name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String read(ByteBuffer buffer) {
      return new String(readBytes(buffer), StandardCharsets.UTF_8);
    }

    @Override
    String[] newStorage(int size) {
      return new String[size];
    }
  }

  static final class Value extends Checked<StateValue> {
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
    StateValue[] newStorage(int size) {
      return new StateValue[size];
    }
  }

  static final class Position extends Checked<TransactionPosition> {
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
          TxValidationCode.forNumber(DataUtils.readVarInt(buffer)));
    }

    @Override
    TransactionPosition[] newStorage(int size) {
      return new TransactionPosition[size];
    }
  }

  /** Where a map's keys say everything. */
  static final class Nothing extends Checked<Boolean> {
    static final Nothing INSTANCE = new Nothing();

    @Override
    public int getMemory(Boolean nothing) {
      return 0;
    }

    @Override
    public void write(WriteBuffer buffer, Boolean nothing) {
      // Presence is all there is to say.
    }

    @Override
    public Boolean read(ByteBuffer buffer) {
      return Boolean.TRUE;
    }

    @Override
    Boolean[] newStorage(int size) {
      return new Boolean[size];
    }
  }

  static final class Contents extends Checked<IndexContents> {
    static final Contents INSTANCE = new Contents();

    @Override
    public int getMemory(IndexContents contents) {
      return 40;
    }

    @Override
    public void write(WriteBuffer buffer, IndexContents contents) {
      buffer.putLong(contents.height()).putLong(contents.entries()).putLong(contents.sum());
    }

    @Override
    public IndexContents read(ByteBuffer buffer) {
      return new IndexContents(buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    @Override
    IndexContents[] newStorage(int size) {
      return new IndexContents[size];
    }
  }

  private static byte[] readBytes(ByteBuffer buffer) {
    byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(bytes);
    return bytes;
  }

  private static void writeBytes(WriteBuffer buffer, byte[] bytes) {
    buffer.putVarInt(bytes.length).put(bytes);
  }

  private static void writeBytes(WriteBuffer buffer, ByteString bytes) {
    buffer.putVarInt(bytes.size());
    for (ByteBuffer part : bytes.asReadOnlyByteBufferList()) {
      buffer.put(part);
    }
  }
}
