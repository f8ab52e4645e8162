// SPDX-License-Identifier: Apache-2.0

/**
 * Documents as files: pages (PDF) with headings, fields and tables in Chinese and English, and
 * workbooks (XLSX) of rows. The same content is the same bytes, whenever and however often it is
 * made, so that a file can be told by its digest. Nothing here knows what a document is about.
 */
package org.grasslandcarbon.gateway.paper;
