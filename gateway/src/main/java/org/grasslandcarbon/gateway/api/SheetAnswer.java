// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.List;
import java.util.function.Supplier;

/**
 * An answer that is read as JSON, or as the rows of a file: CSV, or a workbook of one sheet. Which
 * of them was asked for is known when it is written, so that rows are made for files only.
 *
 * @param answer as JSON; a record or a tree
 * @param name what a file is called, without its ending
 * @param rows headings and rows: texts, numbers and truth values
 */
record SheetAnswer(Object answer, String name, Supplier<List<List<Object>>> rows) {}
