filedesc://a.arc 0.0.0.0 20051016180200 text/plain 4
1 0

http://a.example/ 10.0.0.1 20051016180200 text/html 468
HTTP/1.1 200 OK
Content-Type: text/html;
 charset=utf-8
Transfer-Encoding: chunked

16f
<!DOCTYPE html><html><title>A</title><body><article><h1>A</h1><p>The council met on Monday, and spoke of bridges, roads and the harbour in the east of it.</p><p>The council met on Monday, and spoke of bridges, roads and the harbour in the east of it.</p><p>The council met on Monday, and spoke of bridges, roads and the harbour in the east of it.</p></article></html>
0


