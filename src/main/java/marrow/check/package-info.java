/** What the packages on the ground ask of arguments at their doors. Knows no other package. */
package marrow.check;
