// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnmappableCharacterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Types of files that are kept. A file is of a type by what is in it; what it is called and what
 * its sender says of it are not looked at. The signatures are few and strict, so that no library
 * that guesses among a thousand types has to read what strangers send.
 */
public enum DocumentFormat {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg"),
  CSV("text/csv", "csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  GEOJSON("application/geo+json", "geojson"),
  KML("application/vnd.google-earth.kml+xml", "kml"),
  ZIP("application/zip", "zip");

  /** As much of a text as shows what it is. */
  private static final int HEAD_CHARACTERS = 64 * 1024;

  /** Where a PDF's last line is looked for; writers add some bytes behind it. */
  private static final int TAIL_BYTES = 1024;

  /** A boundary and its sheets in one archive; more is a tree of folders. */
  private static final int ENTRIES_MOST = 10_000;

  /** Of so many entries, each with a long name. */
  private static final int LIST_BYTES_MOST = 2 * 1024 * 1024;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int END_ENTRIES = 10;
  private static final int END_LIST_BYTES = 12;
  private static final int END_COMMENT = 20;
  private static final int COMMENT_MOST = 0xFFFF;

  private static final byte[] PNG_BEGIN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] PNG_HEADER = {0, 0, 0, 13, 'I', 'H', 'D', 'R'};
  private static final byte[] JPEG_BEGIN = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] ZIP_BEGIN = {'P', 'K', 3, 4};

  /** In which tables are written; those in Chinese often in the second. */
  private static final Charset[] CHARSETS = {StandardCharsets.UTF_8, Charset.forName("GB18030")};

  private final String mediaType;
  private final String ending;

  DocumentFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /** With which a file of the type is called. */
  public String ending() {
    return ending;
  }

  /** The type of a file; empty when it is none of these. */
  static Optional<DocumentFormat> of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(PNG_BEGIN.length + PNG_HEADER.length);
    }
    if (beginsWith(head, "%PDF-1.".getBytes(StandardCharsets.US_ASCII))
        || beginsWith(head, "%PDF-2.".getBytes(StandardCharsets.US_ASCII))) {
      return endsAsPdf(file) ? Optional.of(PDF) : Optional.empty();
    }
    if (beginsWith(head, PNG_BEGIN)) {
      byte[] header = Arrays.copyOfRange(head, PNG_BEGIN.length, head.length);
      return beginsWith(header, PNG_HEADER) ? Optional.of(PNG) : Optional.empty();
    }
    if (beginsWith(head, JPEG_BEGIN)) {
      return Optional.of(JPEG);
    }
    return beginsWith(head, ZIP_BEGIN) ? archive(file) : text(file);
  }

  private static boolean beginsWith(byte[] bytes, byte[] begin) {
    return bytes.length >= begin.length
        && Arrays.equals(bytes, 0, begin.length, begin, 0, begin.length);
  }

  private static boolean endsAsPdf(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(TAIL_BYTES, in.length());
      byte[] tail = new byte[length];
      in.seek(in.length() - length);
      in.readFully(tail);
      return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }
  }

  /** Only the list of its entries is read, once it is known to be short; nothing is unpacked. */
  private static Optional<DocumentFormat> archive(Path file) throws IOException {
    if (!hasShortList(file)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() == 0 || zip.size() > ENTRIES_MOST) {
        return Optional.empty();
      }
      boolean office = zip.getEntry("[Content_Types].xml") != null;
      boolean macros = zip.getEntry("xl/vbaProject.bin") != null;
      if (office) {
        return zip.getEntry("xl/workbook.xml") != null && !macros
            ? Optional.of(XLSX)
            : Optional.empty();
      }
      return Optional.of(ZIP);
    } catch (ZipException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether an archive says, in the record with which it ends (APPNOTE 4.3.16), that its list of
   * entries is one that may be held in memory. Of several such records the last one counts, as it
   * does for those who read archives; one of the larger kind is refused.
   */
  private static boolean hasShortList(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(END_BYTES + COMMENT_MOST, in.length());
      byte[] tail = new byte[length];
      in.seek(in.length() - length);
      in.readFully(tail);
      ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - END_BYTES; at >= 0; at--) {
        if (end.getInt(at) == END_SIGNATURE) {
          int entries = Short.toUnsignedInt(end.getShort(at + END_ENTRIES));
          long bytes = Integer.toUnsignedLong(end.getInt(at + END_LIST_BYTES));
          int comment = Short.toUnsignedInt(end.getShort(at + END_COMMENT));
          return entries <= ENTRIES_MOST
              && bytes <= LIST_BYTES_MOST
              && at + END_BYTES + comment == length;
        }
      }
      return false;
    }
  }

  private static Optional<DocumentFormat> text(Path file) throws IOException {
    for (Charset charset : CHARSETS) {
      Optional<String> head = head(file, charset);
      if (head.isPresent()) {
        Optional<DocumentFormat> format = ofText(head.get());
        // A map is UTF-8 by its own rules, RFC 8259 and the declaration of an XML without one.
        return format.filter(each -> each == CSV || charset.equals(StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /** The beginning of a file that is text to its end; empty when it is not. */
  private static Optional<String> head(Path file, Charset charset) throws IOException {
    StringBuilder head = new StringBuilder();
    char[] some = new char[8 * 1024];
    try (Reader in =
        new InputStreamReader(
            new BufferedInputStream(Files.newInputStream(file)),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        for (int i = 0; i < read; i++) {
          if (Character.isISOControl(some[i]) && "\t\r\n".indexOf(some[i]) < 0) {
            return Optional.empty();
          }
        }
        head.append(some, 0, Math.min(read, HEAD_CHARACTERS - head.length()));
      }
      return Optional.of(head.toString());
    } catch (MalformedInputException | UnmappableCharacterException e) {
      return Optional.empty();
    }
  }

  private static Optional<DocumentFormat> ofText(String head) {
    String text = (head.startsWith("\ufeff") ? head.substring(1) : head).stripLeading();
    if (text.startsWith("{")) {
      boolean map =
          text.contains("\"type\"")
              && (text.contains("\"coordinates\"")
                  || text.contains("\"Feature\"")
                  || text.contains("\"FeatureCollection\""));
      return map ? Optional.of(GEOJSON) : Optional.empty();
    }
    if (text.startsWith("<")) {
      boolean declares = text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
      boolean kml = text.replaceFirst("^<\\?xml[^>]*\\?>\\s*", "").startsWith("<kml");
      return kml && !declares ? Optional.of(KML) : Optional.empty();
    }
    String first = text.lines().findFirst().orElse("");
    return first.matches(".*[,;\t].*") ? Optional.of(CSV) : Optional.empty();
  }
}
